namespace Workers.Payments.Providers;

/// <summary>The provider will never do what it was asked, and it is no decline: somebody must look. The message is dead-lettered.</summary>
/// <param name="reason">Why, for the dead-letter queue: without the provider's own words, which may hold a customer's data.</param>
internal sealed class ProviderRefusedException(string reason) : Exception(reason);
