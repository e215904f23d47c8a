namespace Workers.Effects.Transactions;

/// <summary>DynamoDB could not be reached, is throttled or keeps conflicting: the message waits.</summary>
internal sealed class StoreUnavailableException(string message, Exception? innerException = null)
    : Exception(message, innerException);
