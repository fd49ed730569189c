import type { AdaptationFacts, AdaptedNetwork } from '../../domain/adaptation/adapted-network.ts';
import {
  NETWORK_FILE_BYTES_MOST,
  NETWORK_FILES,
  NETWORK_FORMAT,
  type NetworkAbout,
  networkAboutSchema,
  networkFormatOf,
} from '../../domain/adaptation/network-file.ts';
import { sha256Hex } from '../../domain/digest/sha256.ts';
import { CodedError } from '../../domain/errors/coded-error.ts';
import type { MessageFact } from '../../domain/message/message-fact.ts';
import { storedTake } from '../../domain/stored/stored-read.ts';
import { fileKind, KIND_BYTES } from '../../formats/files/picture-header.ts';
import type { Archive } from '../../formats/zip/archive-read.ts';
import type { FileToPack } from '../../formats/zip/archive-write.ts';
import { modelRead } from '../../network/model-read.ts';
import { SHIPPED_JSON, specificationShipped } from '../../network/network-shipped.ts';
import type { AdaptedFiles } from '../../ports/tuner.ts';
import { partLoad } from '../../ui/part-load.ts';

/** A network that a file brought; it is not kept yet. */
export interface NetworkRead {
  readonly name: string;
  readonly facts: AdaptationFacts;
  readonly sha256: string;
  readonly files: AdaptedFiles;
}

const jsonBytes = (json: unknown): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(`${JSON.stringify(json, null, 2)}\n`);

/** The files of an adapted network's archive. */
export function networkArchiveFiles(
  { name, facts }: Pick<AdaptedNetwork, 'name' | 'facts'>,
  { manifest, weights }: AdaptedFiles,
): readonly FileToPack[] {
  const model = [
    { path: NETWORK_FILES.specification, bytes: jsonBytes(SHIPPED_JSON) },
    { path: NETWORK_FILES.manifest, bytes: jsonBytes(manifest) },
    { path: NETWORK_FILES.weights, bytes: weights },
  ];
  const about: NetworkAbout = {
    format: NETWORK_FORMAT,
    name,
    facts,
    files: model.map(({ path, bytes }) => ({ path, bytes: bytes.length, sha256: sha256Hex(bytes) })),
  };
  return [{ path: NETWORK_FILES.about, bytes: jsonBytes(about) }, ...model].map(({ path, bytes }) => ({
    path,
    content: new Blob([bytes]),
  }));
}

/** An adapted network as a file to hand on. */
export async function networkFileWrite(network: AdaptedNetwork, files: AdaptedFiles): Promise<Blob> {
  const { archivePack } = await partLoad(() => import('../../adapters/archive/client/archive-pack.ts'));
  return archivePack(networkArchiveFiles(network, files));
}

function wrong(fact: MessageFact): CodedError {
  return new CodedError('network_file', fact);
}

/**
 * Reads an adapted network from a file, and holds all of it against its digests and this game's network.
 * @throws CodedError
 */
export async function networkFileRead(file: Blob): Promise<NetworkRead> {
  if (file.size > NETWORK_FILE_BYTES_MOST) {
    const megabytes = Math.ceil(file.size / 1e6);
    throw wrong({ code: 'adaptedFileLarge', megabytes, most: NETWORK_FILE_BYTES_MOST / 1e6 });
  }
  const head = new Uint8Array(await file.slice(0, KIND_BYTES).arrayBuffer());
  if (fileKind(head) !== 'zip') throw wrong({ code: 'adaptedFileNone' });
  const { archiveOpen } = await partLoad(() => import('../../adapters/archive/client/archive-open.ts'));
  const archive = await archiveOpen(file, { mostBytes: NETWORK_FILE_BYTES_MOST });
  try {
    return await networkArchiveRead(archive);
  } finally {
    archive.close();
  }
}

/** @throws CodedError */
export async function networkArchiveRead({ files, unpack }: Archive): Promise<NetworkRead> {
  const bytesOf = async (path: string): Promise<Uint8Array<ArrayBuffer> | null> => {
    const at = files.findIndex((one) => one.path === path);
    return at < 0 ? null : new Uint8Array(await (await unpack(at)).arrayBuffer());
  };
  const about = aboutRead(await bytesOf(NETWORK_FILES.about));
  const checked = async (path: string): Promise<Uint8Array<ArrayBuffer>> => {
    const bytes = await bytesOf(path);
    const told = about.files.find((one) => one.path === path);
    if (bytes !== null && told?.bytes === bytes.length && told.sha256 === sha256Hex(bytes)) return bytes;
    throw wrong({ code: 'adaptedFileDamaged', file: path });
  };
  const manifest = jsonRead(await checked(NETWORK_FILES.manifest));
  const weights = await checked(NETWORK_FILES.weights);
  const { sha256 } = await modelRead(specificationShipped(), manifest, weights);
  return { name: about.name, facts: about.facts, sha256, files: { manifest, weights } };
}

function jsonRead(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as unknown;
  } catch {
    throw wrong({ code: 'adaptedFileWrong' });
  }
}

function aboutRead(bytes: Uint8Array | null): NetworkAbout {
  if (bytes === null) throw wrong({ code: 'adaptedFileNone' });
  const json = jsonRead(bytes);
  if ((networkFormatOf(json) ?? 0) > NETWORK_FORMAT) throw wrong({ code: 'adaptedFileNewer' });
  const about = storedTake(networkAboutSchema, json);
  if (about === null) throw wrong({ code: 'adaptedFileWrong' });
  return about;
}
