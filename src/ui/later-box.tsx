import { useSignal } from '@preact/signals';
import type { ComponentChildren, JSX } from 'preact';

/** A section that works nothing out until it is open. */
export function LaterBox({
  title,
  children,
}: {
  readonly title: string;
  readonly children: () => ComponentChildren;
}): JSX.Element {
  const isOpen = useSignal(false);
  return (
    <details
      class="evidence-box"
      onToggle={({ currentTarget }) => {
        isOpen.value = currentTarget.open;
      }}
    >
      <summary>{title}</summary>
      {isOpen.value && children()}
    </details>
  );
}
