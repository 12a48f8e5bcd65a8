/** What the server said about a file it did not take. */
export interface Answer {
  status: number;
  type: string;
  body: string;
}

const TOO_LONG = 400;

/** True when asking again cannot help: the server has understood the request and refused it. */
export function isRefusal(status: number): boolean {
  return status >= 400 && status < 500 && ![408, 409, 423, 429].includes(status);
}

/** True when the same request may succeed a little later by itself; a full disk (507) waits for a person. */
export function mayPass(status: number, refusal?: string): boolean {
  return status === 460 ? !refusal : status !== 507 && !isRefusal(status);
}

/** The sentence to show beside the file: RFC 9457 `detail` or `title`, else the plain text of the answer. */
export function refusalSentence({ status, type, body }: Answer): string {
  const fallback = `The server did not take this file (answer ${status}).`;
  if (type.includes("json")) return problemSentence(body) ?? fallback;
  const text = body.trim();
  return type.startsWith("text/plain") && text && text.length <= TOO_LONG ? text : fallback;
}

function problemSentence(body: string): string | undefined {
  try {
    const { detail, title } = JSON.parse(body) as { detail?: unknown; title?: unknown };
    return [detail, title].find((words): words is string => typeof words === "string" && words.trim() !== "");
  } catch {
    return undefined;
  }
}
