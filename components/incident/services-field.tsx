interface ServicesFieldProps {
  services: { id: string; name: string }[];
  value: string[];
  onChange: (ids: string[]) => void;
}

/** Which services it is about. Folded away until somebody wants to change it. */
export function ServicesField({ services, value, onChange }: ServicesFieldProps) {
  const chosen = services.filter((service) => value.includes(service.id)).map((service) => service.name);
  const flip = (id: string) => onChange(value.includes(id) ? value.filter((other) => other !== id) : [...value, id]);
  return (
    <details className="rounded-md border border-line px-3 py-2">
      <summary className="rounded-sm">
        <span className="font-semibold text-dim text-sm">Services </span>
        {chosen.length > 0 ? chosen.join(', ') : <span className="text-dim">none named yet</span>}
      </summary>
      <div className="mt-3 grid gap-x-4 gap-y-2 sm:grid-cols-2">
        {services.map(({ id, name }) => (
          <label key={id} className="flex cursor-pointer items-center gap-2 pointer-coarse:min-h-10">
            <input
              type="checkbox"
              checked={value.includes(id)}
              onChange={() => flip(id)}
              className="size-4 accent-accent"
            />
            {name}
          </label>
        ))}
      </div>
    </details>
  );
}
