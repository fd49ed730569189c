/**
 * Keeps a file that falls beside its place from replacing the page: what takes files has said so before the event
 * arrives here.
 */
export function strayDropsRefuse(target: EventTarget): void {
  const refuse = (event: Event): void => {
    if (event.defaultPrevented || !(event instanceof DragEvent)) return;
    event.preventDefault();
    if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'none';
  };
  target.addEventListener('dragover', refuse);
  target.addEventListener('drop', refuse);
}
