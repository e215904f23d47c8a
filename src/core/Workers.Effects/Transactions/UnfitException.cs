namespace Workers.Effects.Transactions;

/// <summary>A read or write that DynamoDB will never take: the message is dead-lettered with this reason.</summary>
internal sealed class UnfitException(string message, Exception? innerException = null)
    : Exception(message, innerException);
