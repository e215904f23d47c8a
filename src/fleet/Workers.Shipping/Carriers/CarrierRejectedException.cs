namespace Workers.Shipping.Carriers;

/// <summary>The carrier will never take what it was asked, and that is no refusal: somebody must look. It is dead-lettered.</summary>
/// <param name="reason">Why, for the dead-letter queue: without the carrier's own words, which may hold a customer's data.</param>
internal sealed class CarrierRejectedException(string reason) : Exception(reason);
