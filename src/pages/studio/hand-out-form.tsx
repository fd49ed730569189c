import { packageOpen } from '../../parts/packages/package-open.ts';
import { packageFileName, packageSave } from '../../parts/packages/package-save.ts';
import { useServices } from '../../parts/services.ts';
import { fileOffer } from '../../ui/file-offer.ts';
import { Icon } from '../../ui/icon.tsx';
import { noticeShow } from '../../ui/notices.ts';
import { TextField } from '../../ui/text-field.tsx';
import { useWork } from '../../ui/use-work.ts';
import { say } from '../../ui/words/say.ts';
import { CourseSystemForm } from './course-system-form.tsx';
import type { HandedOut } from './handed-out.ts';

/** As long as a package takes it. */
const LINE_LENGTH = 200;

/** Hands out what a teacher made: as a file, among the courses of this device, and for course systems. */
export function HandOutForm({ out, lead }: { readonly out: HandedOut; readonly lead: string }) {
  const { records, packages, reload } = useServices();
  const { work, isBusy } = useWork();
  const { isReady, author, licence, title } = out;

  const packageMake = async (signal: AbortSignal): Promise<Blob> => {
    const file = await packageSave(await out.wholeMake(), records, signal);
    // What others could not open is not handed out.
    (await packageOpen(file)).close();
    return file;
  };
  return (
    <>
      <h3>{say('handOut.heading')}</h3>
      <p class="soft">{lead}</p>
      <div class="studio-two">
        <TextField
          label={say('handOut.author')}
          value={author}
          lengthMax={LINE_LENGTH}
          hint={say('handOut.authorHelp')}
          isOwnName
          onInput={(text) => out.onAbout({ author: text })}
        />
        <TextField
          label={say('handOut.licence')}
          value={licence}
          lengthMax={LINE_LENGTH}
          hint={say('handOut.licenceHelp')}
          onInput={(text) => out.onAbout({ licence: text })}
        />
      </div>
      <div class="settings-data">
        <button
          type="button"
          class="button"
          disabled={!isReady || isBusy.value}
          onClick={() =>
            work(say('handOut.failed'), async ({ signal }) => {
              fileOffer(await packageMake(signal), packageFileName(title));
              noticeShow('info', say('handOut.saved'));
            })
          }
        >
          <Icon name="save" />
          {say('handOut.save')}
        </button>
        <button
          type="button"
          class="button"
          disabled={!isReady || isBusy.value}
          onClick={() =>
            work(say('handOut.failed'), async (hold) => {
              const opened = await packageOpen(await packageMake(hold.signal));
              try {
                await packages.install(opened, 'replace', hold);
              } finally {
                opened.close();
              }
              noticeShow('info', say('handOut.kept'));
              reload();
            })
          }
        >
          {say('handOut.keep')}
        </button>
      </div>
      <p class="soft small">{say('handOut.clips')}</p>
      <CourseSystemForm out={out} />
    </>
  );
}
