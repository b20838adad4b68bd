/** Photos are made smaller on the device: a readable page in a few hundred kilobytes, and the place it was taken stays out. */
const LONGEST = 2000
const SMALL_ENOUGH = 700_000

export async function shrunk(file: File): Promise<File> {
  if (!/^image\/(jpeg|png|webp|heic)/.test(file.type) || file.size <= SMALL_ENOUGH) return file
  try {
    const picture = await createImageBitmap(file)
    const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(picture.width * scale)
    canvas.height = Math.round(picture.height * scale)
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
    picture.close()
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.82))
    if (!blob || blob.size >= file.size) return file
    return new File([blob], `${file.name.replace(/\.\w+$/, '')}.jpg`, { type: 'image/jpeg' })
  } catch {
    return file // what cannot be read as a picture is sent as it is, and checked by the server
  }
}
