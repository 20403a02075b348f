import type { ComponentChildren, JSX } from 'preact';

/** A label with its value, inside a `<dl class="facts">`. */
export function Fact({
  label,
  children,
}: {
  readonly label: string;
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
