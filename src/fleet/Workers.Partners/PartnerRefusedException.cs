namespace Workers.Partners;

/// <summary>The partner will never do what it was asked, which is no answer: somebody must look. It is dead-lettered.</summary>
/// <param name="reason">Why, for the dead-letter queue: without the partner's own words, which may hold a customer's data.</param>
internal sealed class PartnerRefusedException(string reason) : Exception(reason);
