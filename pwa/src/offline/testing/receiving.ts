import type { DeliveryDue, Fulfilment } from '@/api/types'

const words = (text: string) => ({ zh: text, en: text })
type Line = Fulfilment['lines'][number]
type Shipped = Fulfilment['shipments'][number]['lines'][number]

export const fulfilledLine = (change: Partial<Line> = {}): Line => ({
  productId: 'milk',
  code: 'MILK',
  name: words('鲜牛奶'),
  unitName: words('瓶'),
  packQuantity: '12',
  quantity: '24',
  confirmed: '24',
  why: 'in_full',
  there: null,
  asked: null,
  need: null,
  note: '',
  shipped: '24',
  received: '0',
  toShip: '0',
  open: '24',
  ready: null,
  perishes: false,
  ...change,
})

export const shippedLine = (change: Partial<Shipped> = {}): Shipped => ({
  id: 'line',
  productId: 'milk',
  code: 'MILK',
  name: words('鲜牛奶'),
  lotCode: '',
  expiresOn: null,
  shipped: '24',
  received: '0',
  damaged: '0',
  missing: '0',
  open: '24',
  ...change,
})

/** Two dozen of a milk on their way from a warehouse to a store. */
export const fulfilment = (change: Partial<Fulfilment> = {}, lines: Shipped[] = [shippedLine()]): Fulfilment => ({
  id: 'o1',
  storeId: 'store',
  storeCode: 'A1',
  storeName: '人民路店',
  sourceId: 'hub',
  sourceName: '总仓',
  fromWarehouse: true,
  warehouseId: 'w1',
  urgent: false,
  note: '',
  day: '2026-11-21',
  expectedOn: '2026-11-22',
  state: 'shipped',
  reason: '',
  acceptedByName: '周',
  acceptedAt: '2026-11-21T04:00:00Z',
  closedAt: null,
  overPercent: 0,
  mayFulfil: false,
  mayReceive: true,
  mayClose: true,
  lines: [fulfilledLine()],
  shipments: [
    {
      id: 's1',
      number: 1,
      expectedAt: null,
      note: '',
      shippedByName: '周',
      shippedAt: '2026-11-21T20:00:00Z',
      receivedAt: null,
      lines,
    },
  ],
  receipts: [],
  claims: [],
  version: 5,
  ...change,
})

export const due = (change: Partial<DeliveryDue> = {}): DeliveryDue => ({
  orderId: 'o1',
  shipmentId: 's1',
  number: 1,
  sourceName: '总仓',
  fromWarehouse: true,
  state: 'shipped',
  expectedOn: '2026-11-22',
  expectedAt: null,
  lines: 1,
  ...change,
})
