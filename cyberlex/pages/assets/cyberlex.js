// Improves pages that work without it: filters apply when they are ticked, and the tray of provisions
// to compare is kept from page to page in this browser. Nothing is sent anywhere but to this host.
(() => {
  "use strict";
  const key = "cyberlex.compare";
  const most = 8;
  const read = () => {
    try {
      return JSON.parse(sessionStorage.getItem(key)) || [];
    } catch {
      return [];
    }
  };
  const write = (items) => {
    try {
      sessionStorage.setItem(key, JSON.stringify(items));
    } catch {
      // A browser that keeps nothing still compares what is ticked on this page.
    }
  };

  const form = document.getElementById("search");
  for (const box of document.querySelectorAll(".facet input[type=checkbox], #sort, #as_of")) {
    box.addEventListener("change", () => {
      sessionStorage.setItem("cyberlex.focus", `${box.name}=${box.value}`);
      form.requestSubmit();
    });
  }
  const focused = sessionStorage.getItem("cyberlex.focus");
  if (focused) {
    sessionStorage.removeItem("cyberlex.focus");
    for (const box of document.querySelectorAll(".facet input[type=checkbox], #sort, #as_of")) {
      if (`${box.name}=${box.value}` === focused || (box.name === focused.split("=")[0] && box.id)) {
        box.focus({ preventScroll: true });
      }
    }
  }

  const tray = document.getElementById("compare");
  if (!tray) {
    return;
  }
  const boxes = [...document.querySelectorAll("input[name=item]")];
  const count = document.getElementById("tray-count");
  const show = () => {
    const items = read();
    for (const box of boxes) {
      box.checked = items.includes(box.value);
      box.disabled = !box.checked && items.length >= most;
    }
    for (const hidden of tray.querySelectorAll("input[type=hidden]")) {
      hidden.remove();
    }
    for (const item of items.filter((each) => !boxes.some((box) => box.value === each))) {
      const hidden = document.createElement("input");
      hidden.type = "hidden";
      hidden.name = "item";
      hidden.value = item;
      tray.append(hidden);
    }
    count.value = items.join(" · ");
    tray.classList.toggle("filled", items.length > 0);
  };
  for (const box of boxes) {
    box.addEventListener("change", () => {
      const others = read().filter((item) => item !== box.value);
      write(box.checked ? [...others, box.value] : others);
      show();
    });
  }
  show();
})();
