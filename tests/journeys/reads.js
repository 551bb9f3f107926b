// Counts what a page asks of its database, by table and kind, and how many pictures it holds in memory.
(() => {
  const counted = { asked: {}, pictures: 0 }
  globalThis.counted = counted
  const note = (table, kind) => (counted.asked[`${table}.${kind}`] = (counted.asked[`${table}.${kind}`] ?? 0) + 1)
  const follow = (type, kinds, table) => {
    for (const kind of kinds) {
      const asked = type.prototype[kind]
      type.prototype[kind] = function (...by) {
        note(table(this), kind)
        return asked.apply(this, by)
      }
    }
  }
  follow(IDBObjectStore, ['get', 'getAll', 'add', 'put'], (store) => store.name)
  follow(IDBIndex, ['get', 'getAll'], (index) => `${index.objectStore.name} by ${index.name}`)
  const { createObjectURL, revokeObjectURL } = URL
  URL.createObjectURL = (blob) => {
    counted.pictures += 1
    return createObjectURL.call(URL, blob)
  }
  URL.revokeObjectURL = (url) => {
    counted.pictures -= 1
    revokeObjectURL.call(URL, url)
  }
})()
