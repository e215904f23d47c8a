using Workers.Effects.Decisions;

namespace Workers.Effects.Transactions;

/// <summary>Why one write cancelled its transaction.</summary>
/// <param name="Kind">What can be done about it.</param>
/// <param name="Reason">DynamoDB's words.</param>
/// <param name="Existing">The item that failed the condition; null where there is none.</param>
internal sealed record Refusal(RefusalKind Kind, string Reason, Item? Existing = null);
