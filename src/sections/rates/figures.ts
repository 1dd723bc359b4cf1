import { type Figure, product, ratio } from '../../maths/figure';
import { ratePriceEffects, ratePriceSales } from '../../maths/ratePrice';
import {
  type Around,
  type FieldIds,
  type Figures,
  from,
  type LivePart,
  number,
  type Row,
  typedNumber,
  whole,
} from '../../model/live';
import { statusFigure } from '../../model/status';
import type { en } from './text';

type Id = FieldIds<(typeof en)['tabs']['rates']>;

function rateFigures(row: Row<Id>, { region, given }: Around): Figures<Id> {
  const now = {
    traffic: number(row, 'trafficNow'),
    entry: number(row, 'entryNow'),
    conversion: number(row, 'conversionNow'),
    attach: number(row, 'attachNow'),
    price: number(row, 'priceNow'),
  };
  // As now until typed over.
  const target = {
    traffic: typedNumber(row, 'trafficTarget') ?? now.traffic,
    entry: typedNumber(row, 'entryTarget') ?? now.entry,
    conversion: typedNumber(row, 'conversionTarget') ?? now.conversion,
    attach: typedNumber(row, 'attachTarget') ?? now.attach,
    price: typedNumber(row, 'priceTarget') ?? now.price,
  };
  const [before, after] = [whole(Object.values(now)), whole(Object.values(target))];
  const [salesNow, salesTarget] = [before ? ratePriceSales(before) : null, after ? ratePriceSales(after) : null];
  const [traffic = null, entry = null, conversion = null, attach = null, price = null]: readonly Figure[] =
    before && after ? ratePriceEffects(before, after) : [];
  const baseline = region?.rows.franchised.baseline;
  return {
    trafficTarget: target.traffic,
    entryTarget: target.entry,
    conversionTarget: target.conversion,
    attachTarget: target.attach,
    priceTarget: target.price,
    salesNow,
    salesTarget,
    // One store's own baseline is the workbook's to find.
    deviation:
      row.values.scope === 'region' && baseline !== undefined
        ? from([ratio(salesNow, baseline)], (share) => share - 1)
        : undefined,
    uplift: from([salesNow, salesTarget], (less, more) => more - less),
    ticketNow: product(now.attach, now.price),
    ticketTarget: product(target.attach, target.price),
    trafficEffect: traffic,
    entryEffect: entry,
    conversionEffect: conversion,
    attachEffect: attach,
    priceEffect: price,
    status: statusFigure(row, given),
  };
}

export const ratesFigures: readonly LivePart[] = [{ tab: 'rates', figures: rateFigures }];
