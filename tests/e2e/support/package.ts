import type { Page } from '@playwright/test';

/** Lets a file fall on the page's place for packages. */
export async function packageDrop(page: Page, bytes: Uint8Array): Promise<void> {
  const list = [...bytes];
  await page.locator('.drop-card').evaluate((target, given) => {
    const files = new DataTransfer();
    files.items.add(new File([new Uint8Array(given)], 'course.batsign'));
    const told = { dataTransfer: files, bubbles: true, cancelable: true };
    target.dispatchEvent(new DragEvent('dragover', told));
    target.dispatchEvent(new DragEvent('drop', told));
  }, list);
}
