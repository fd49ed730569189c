import { useRef } from 'preact/hooks';
import { Icon } from './icon.tsx';

/** A button that opens the system's choice of files, and the field behind it; the same file can be chosen again. */
export function FileButton({
  text,
  label,
  accept,
  isMain = false,
  isSeveral = false,
  isDisabled = false,
  onFiles,
}: {
  readonly text: string;
  /** Names the field, which only assistive technology reaches. */
  readonly label: string;
  /** As the `accept` of a file field. */
  readonly accept: string;
  /** Whether it is what the page is for. */
  readonly isMain?: boolean;
  /** Whether several files can be chosen at once. */
  readonly isSeveral?: boolean;
  readonly isDisabled?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        class={isMain ? 'button button-primary button-large' : 'button'}
        disabled={isDisabled}
        onClick={() => input.current?.click()}
      >
        <Icon name="file" />
        {text}
      </button>
      <input
        ref={input}
        type="file"
        class="hidden-visually"
        aria-label={label}
        tabIndex={-1}
        multiple={isSeveral}
        accept={accept}
        onChange={(event) => {
          const field = event.currentTarget;
          onFiles([...(field.files ?? [])]);
          field.value = '';
        }}
      />
    </>
  );
}
