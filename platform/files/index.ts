/** What a file is, by its content. */
import { fileTypeFromBuffer } from 'file-type'

/** The media type found in the bytes; undefined when there is none that is known. */
export async function kindOfFile(bytes: Uint8Array): Promise<string | undefined> {
  return (await fileTypeFromBuffer(bytes))?.mime
}
