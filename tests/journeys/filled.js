// Lays into a phone’s database what answering every checkpoint of a visit with a photo leaves there without network.
async ({ account, visit, width = 640, height = 480, pictures = null }) => {
  const db = await new Promise((opened, failed) => {
    const opening = indexedDB.open(`storewalk-${account}`)
    opening.onsuccess = () => opened(opening.result)
    opening.onerror = () => failed(opening.error)
  })
  const pictured = async (across, down) => {
    const canvas = Object.assign(document.createElement('canvas'), { width: across, height: down })
    const drawing = canvas.getContext('2d')
    drawing.fillStyle = '#0f766e'
    drawing.fillRect(across / 8, down / 8, across / 2, down / 2)
    const jpeg = await new Promise((made) => canvas.toBlob(made, 'image/jpeg', 0.8))
    return new Uint8Array(await jpeg.arrayBuffer())
  }
  const drawn = await pictured(width, height)
  const small = await pictured(480, 360)
  const occurredAt = new Date().toISOString()
  const capture = { takenAt: occurredAt, source: 'camera', position: null, device: 'test' }
  const waits = { state: 'waiting', attempts: 0, notBefore: 0, doneAt: null, refusal: null, owner: account }
  const stamp = { ...waits, occurredAt, clockOffsetMs: 0 }
  const points = visit.template.sections.flatMap(({ checkpoints }) => checkpoints)
  const photos = await Promise.all(
    points.map(async (_, number) => {
      // Every photo is another one.
      const given = pictures && Uint8Array.from(atob(pictures[number]), (letter) => letter.charCodeAt(0))
      const bytes = given ?? Uint8Array.from([...drawn, number >> 8, number & 255])
      const hash = [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))]
      const sha256 = hash.map((byte) => byte.toString(16).padStart(2, '0')).join('')
      return { id: crypto.randomUUID(), sha256, size: bytes.byteLength, bytes: bytes.buffer }
    }),
  )
  const tx = db.transaction(['commands', 'localPhotos', 'photoBytes', 'photoSmall', 'photoRefs'], 'readwrite')
  points.forEach(({ id: checkpointId, title }, number) => {
    const { id, sha256, size, bytes } = photos[number]
    const photo = { id, storeId: visit.storeId, purpose: 'evidence', sha256, contentType: 'image/jpeg', capture }
    const keys = { registrationKey: crypto.randomUUID(), completionKey: crypto.randomUUID() }
    tx.objectStore('localPhotos').put({ ...photo, ...keys, step: 'upload', sendings: 0 })
    tx.objectStore('photoBytes').put(bytes, id)
    tx.objectStore('photoSmall').put(small.buffer, id)
    tx.objectStore('photoRefs').put({ id, sha256, size })
    const upload = { kind: 'photo', lane: `photo:${id}`, method: 'POST', path: '/api/photos', body: { ...photo, size } }
    tx.objectStore('commands').add({ ...stamp, ...upload, id: crypto.randomUUID(), target: null, about: title })
    const path = `/api/inspections/${visit.id}/answers/${checkpointId}`
    const body = { outcome: 'pass', photos: [{ id, sha256, size }], ifVersion: null }
    const answer = { kind: 'visit.answer', lane: `inspection:${visit.id}`, method: 'PUT', path, body, target: path }
    tx.objectStore('commands').add({ ...stamp, ...answer, id: crypto.randomUUID(), about: title })
  })
  await new Promise((done, failed) => {
    tx.oncomplete = done
    tx.onerror = () => failed(tx.error)
  })
  db.close()
}
