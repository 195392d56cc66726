// A logo before it is sent: judged in the browser first, so that nobody waits
// for an upload that will be refused.

/** Limits of a logo, as the server has them. */
export const logoLimits = { bytes: 200 * 1024, side: 1024 };

/** The formats that are accepted. */
export const logoTypes = ["image/png", "image/jpeg", "image/webp"];

/** Why a file cannot be a logo, by what it says of itself; null where it may be one. */
export function problemOfFile(file: {
  type: string;
  size: number;
}): string | null {
  if (!logoTypes.includes(file.type)) {
    return "Choose a PNG, JPEG or WebP picture.";
  }
  if (file.size > logoLimits.bytes) {
    const kilobytes = Math.ceil(file.size / 1024).toLocaleString();
    return `The picture has ${kilobytes} KB; a logo may have at most 200 KB.`;
  }
  return null;
}

/** Why a picture of this size cannot be a logo; null where it can. */
export function problemOfSize(width: number, height: number): string | null {
  const { side } = logoLimits;
  return width > side || height > side
    ? `The picture has ${width} by ${height} pixels; a logo may have at most 1,024 by 1,024.`
    : null;
}

/** A picture as `data:`, which can be shown and, behind its comma, be sent. */
export function readPicture(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}

/** Returns the picture of a file as `data:`; throws an Error with a sentence where it cannot be a logo. */
export async function logoOf(file: File): Promise<string> {
  const problem = problemOfFile(file);
  if (problem) throw new Error(problem);
  const picture = await createImageBitmap(file).catch(() => null);
  if (!picture)
    throw new Error("The picture cannot be read; it may be damaged.");
  const { width, height } = picture;
  picture.close();
  const large = problemOfSize(width, height);
  if (large) throw new Error(large);
  return readPicture(file);
}

/** The base64 of a picture as `data:`. */
export function base64Of(picture: string): string {
  return picture.slice(picture.indexOf(",") + 1);
}
