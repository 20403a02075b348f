import type { JSX, MouseEventHandler } from 'preact';
import { Icon, type IconName } from './icon.tsx';

/** A button without words on it: the label is its accessible name and its tooltip. */
export type IconButtonProps = {
  readonly icon: IconName | JSX.Element;
  readonly label: string;
  /** The key that does the same, shown in the tooltip. */
  readonly shortcut?: string;
  readonly id?: string;
  readonly class?: string;
  /** Marks the button for code that looks for it in the page (`data-part`). */
  readonly part?: string;
  /** For a button that stays pressed. */
  readonly isPressed?: boolean;
  readonly isDisabled?: boolean;
  readonly onPress: MouseEventHandler<HTMLButtonElement>;
};

/** A square button with an icon. */
export function IconButton(props: IconButtonProps): JSX.Element {
  const { icon, label } = props;
  return (
    <button
      type="button"
      id={props.id}
      class={`icon-button ${props.class ?? ''}`}
      aria-label={label}
      title={props.shortcut === undefined ? label : `${label} (${props.shortcut})`}
      aria-pressed={props.isPressed}
      data-part={props.part}
      disabled={props.isDisabled}
      onClick={props.onPress}
    >
      {typeof icon === 'string' ? <Icon name={icon} /> : icon}
    </button>
  );
}
