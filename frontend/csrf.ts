/** The token Django keeps in the `csrftoken` cookie, empty when there is none. */
export function csrfToken(cookies: string = document.cookie): string {
  const pair = cookies.split("; ").find((cookie) => cookie.startsWith("csrftoken="));
  return pair ? decodeURIComponent(pair.slice("csrftoken=".length)) : "";
}
