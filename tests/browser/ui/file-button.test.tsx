import { render } from 'preact';
import { afterEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { FileButton } from '../../../src/ui/file-button.tsx';

afterEach(() => render(null, document.body));

function buttonShow(isSeveral: boolean, isDisabled = false) {
  const onFiles = vi.fn<(files: readonly File[]) => void>();
  const props = { text: 'Import clips', label: 'Recordings', accept: '.png', isSeveral, isDisabled, onFiles };
  render(<FileButton {...props} />, document.body);
  return { onFiles, field: page.getByLabelText('Recordings') };
}

const named = (name: string) => new File(['x'], name, { type: 'image/png' });

test('gives the files that were chosen, and the same ones again', async () => {
  const { onFiles, field } = buttonShow(true);
  for (let time = 1; time <= 2; time++) {
    await userEvent.upload(field, [named('a.png'), named('b.png')]);
    expect(onFiles).toHaveBeenCalledTimes(time);
    expect(onFiles.mock.lastCall![0].map(({ name }) => name)).toEqual(['a.png', 'b.png']);
  }
});

test('opens the choice of its field when it is pressed, and takes one file unless told otherwise', async () => {
  const { field } = buttonShow(false);
  const input = field.element() as HTMLInputElement;
  const opened = vi.spyOn(input, 'click').mockImplementation(() => {});
  await page.getByRole('button', { name: 'Import clips' }).click();
  expect(opened).toHaveBeenCalledOnce();
  expect([input.multiple, input.accept, input.tabIndex]).toEqual([false, '.png', -1]);
});

test('cannot be pressed while it is told so', async () => {
  buttonShow(true, true);
  await expect.element(page.getByRole('button', { name: 'Import clips' })).toBeDisabled();
});
