import { buttonLook } from '@/components/ui/button-look';

export default function NoSuchFile() {
  return (
    <div className="mx-auto grid max-w-lg justify-items-start gap-3 px-5 py-16">
      <h1 className="font-semibold text-xl">There is no such file.</h1>
      <p className="text-dim">
        The address may be mistyped. Saved files are for responders and above, of incidents they may see.
      </p>
      <a href="/incidents" className={buttonLook('go')}>
        See all incidents
      </a>
    </div>
  );
}
