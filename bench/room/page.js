// Added to the room's pages by bench/room/measures.py; everything is counted by the page itself, in milliseconds.
const press = (key) => document.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));

// The sheet is usable when every picture in sight is there and its keys answer.
const watchSheet = () => {
  const inSight = [...document.querySelectorAll("#sheet img")].filter((each) => {
    const box = each.getBoundingClientRect();
    return box.top < innerHeight && box.bottom > 0;
  });
  const complete = inSight.length > 0 && inSight.every((each) => each.complete && each.naturalWidth);
  if (complete && customElements.get("contact-sheet")) document.documentElement.dataset.usable = performance.now();
  else requestAnimationFrame(watchSheet);
};
requestAnimationFrame(watchSheet);

window.bench = {
  // From the key until the next pair is on the table.
  following: () => new Promise((resolve) => {
    const room = document.querySelector("picture-room");
    const before = room.dataset.shown;
    const started = performance.now();
    press("ArrowRight");
    const look = () => (room.dataset.shown === before ? requestAnimationFrame(look) : resolve(performance.now() - started));
    look();
  }),

  // The longest that one frame works while a pen draws: script, and the layout after it.
  draw: async (count) => {
    document.querySelector('[data-do="pencil"]').click();
    const layer = document.querySelector(".mark-layer");
    const box = layer.getBoundingClientRect();
    layer.setPointerCapture = () => {};
    const send = (type, n) => layer.dispatchEvent(new PointerEvent(type, {
      pointerId: 1, pointerType: "pen", pressure: 0.6, button: 0, bubbles: true,
      clientX: box.left + 80 + (n % 700), clientY: box.top + 200 + 120 * Math.sin(n / 40) + n / 12,
    }));
    send("pointerdown", 0);
    let longest = 0;
    for (let n = 0; n < count; n += 20) {
      const started = performance.now();
      for (let each = n; each < n + 20; each += 1) send("pointermove", each);
      // The line asked for its frame before we do, so it is drawn when ours comes.
      const sent = performance.now() - started;
      const drawn = await new Promise((resolve) => requestAnimationFrame((at) => resolve(performance.now() - at)));
      layer.getBBox();
      longest = Math.max(longest, sent + drawn);
    }
    press("Escape");
    return longest;
  },

  // The usual time from frame to frame while the picture and all its markings move.
  pan: () => new Promise((resolve) => {
    const frames = [];
    let last = performance.now();
    document.querySelector('[data-do="zoom-in"]').click();
    const look = (at) => {
      frames.push(at - last);
      last = at;
      if (frames.length % 8 === 0) press(frames.length % 16 ? "d" : "a");
      if (frames.length < 40) return requestAnimationFrame(look);
      document.querySelector('[data-do="fit"]').click();
      const counted = frames.slice(4).sort((one, other) => one - other);
      return resolve(counted[Math.floor(counted.length / 2)]);
    };
    requestAnimationFrame(look);
  }),

  // Many pencil lines on one picture.
  fill: async (address, count) => {
    const token = document.cookie.split("; ").find((each) => each.startsWith("csrftoken=")).slice("csrftoken=".length);
    for (let n = 0; n < count; n += 1) {
      const [x, y] = [(n * 7) % 80, (n * 11) % 80 + 6];
      const points = Array.from({ length: 60 }, (_, p) => [x + p / 5, y + 5 * Math.sin(p / 6)]);
      await fetch(address, {
        method: "POST",
        headers: { "Content-Type": "application/json", "X-CSRFToken": token },
        body: JSON.stringify({ kind: "pencil", geometry: { points }, comment: "", color: n % 8 }),
      });
    }
  },
};
