/** Folders of files, one folder a clip. Where they lie is the drive's own business. */
export interface Drive {
  folders(): Promise<readonly string[]>;
  /** Names of a folder's files; none where there is no such folder. */
  files(folder: string): Promise<readonly string[]>;
  /** Bytes `from` to before `to`, all unless told, fewer at the end of the file; null where there is no such file. */
  read(folder: string, file: string, from?: number, to?: number): Promise<Uint8Array<ArrayBuffer> | null>;
  /** A file to be read later and piece by piece; null where there is none. */
  blob(folder: string, file: string): Promise<Blob | null>;
  /** Bytes of a file; null where there is none. */
  size(folder: string, file: string): Promise<number | null>;
  /** Opens a file for writing, made with its folder where missing. Nobody else can open it until it is closed. */
  open(folder: string, file: string): Promise<OpenFile>;
  fileRemove(folder: string, file: string): Promise<void>;
  /** The folder with all that is in it. */
  folderRemove(folder: string): Promise<void>;
  /** Everything, also what the folders lie in; that is made again when it is needed. */
  erase(): Promise<void>;
  /** Tells all tabs that a folder is being filled, until the function that it gives is called. */
  claim(folder: string): Promise<() => void>;
  /** Runs `work` unless a tab has claimed the folder. */
  ifUnclaimed(folder: string, work: () => Promise<void>): Promise<void>;
}

export interface OpenFile {
  size(): Promise<number>;
  write(bytes: Uint8Array<ArrayBuffer>, at: number): Promise<void>;
  /** Cuts off what lies beyond. */
  truncate(bytes: number): Promise<void>;
  close(): Promise<void>;
}

export async function fileReplace(
  drive: Drive,
  folder: string,
  file: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<void> {
  const open = await drive.open(folder, file);
  try {
    await open.truncate(0);
    await open.write(bytes, 0);
  } finally {
    await open.close();
  }
}
