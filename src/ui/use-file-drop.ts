import { useSignal } from '@preact/signals';

/** Handlers that let an element take files that fall on it. */
export interface FileDrop {
  readonly isOver: boolean;
  readonly onDragOver: (event: DragEvent) => void;
  readonly onDragLeave: () => void;
  readonly onDrop: (event: DragEvent) => void;
}

export function useFileDrop(onFiles: (files: readonly File[]) => void): FileDrop {
  const isOver = useSignal(false);
  return {
    isOver: isOver.value,
    onDragOver(event) {
      event.preventDefault();
      isOver.value = true;
    },
    onDragLeave() {
      isOver.value = false;
    },
    onDrop(event) {
      event.preventDefault();
      isOver.value = false;
      onFiles([...(event.dataTransfer?.files ?? [])]);
    },
  };
}
