"use strict";
for (const section of document.querySelectorAll("section.comparison")) {
  const tools = section.querySelector(".tools");
  if (!tools) continue;
  const search = tools.querySelector("input[type=search]");
  const boxes = [...tools.querySelectorAll("input[type=checkbox]")];
  const count = tools.querySelector(".count");
  const items = [...section.querySelectorAll("ul.differences > li")];
  const texts = items.map(item => item.textContent.toLowerCase());
  const filter = () => {
    const words = search.value.toLowerCase().split(/\s+/).filter(word => word);
    const kinds = new Set(boxes.filter(box => box.checked).map(box => box.value));
    let shown = 0;
    items.forEach((item, i) => {
      const fits = kinds.has(item.className) && words.every(word => texts[i].includes(word));
      item.hidden = !fits;
      shown += fits ? 1 : 0;
    });
    count.textContent = shown + " of " + items.length + " shown";
  };
  tools.hidden = false;
  search.addEventListener("input", filter);
  boxes.forEach(box => box.addEventListener("change", filter));
  filter();
}
