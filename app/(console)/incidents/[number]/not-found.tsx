import { buttonLook } from '@/components/ui/button-look';

export default function NoSuchIncident() {
  return (
    <div className="mx-auto grid max-w-lg justify-items-start gap-3 px-5 py-16">
      <h1 className="font-semibold text-xl">There is no such incident.</h1>
      <p className="text-dim">The number may be mistyped, or the incident is not visible to you.</p>
      <a href="/incidents" className={buttonLook('go')}>
        See all incidents
      </a>
    </div>
  );
}
