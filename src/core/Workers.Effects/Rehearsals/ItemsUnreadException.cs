namespace Workers.Effects.Rehearsals;

/// <summary>A rehearsal cannot read the items that a handler decides on: DynamoDB is out of reach, or refuses.</summary>
/// <param name="message">What went wrong.</param>
/// <param name="innerException">What reading threw.</param>
public sealed class ItemsUnreadException(string message, Exception innerException) : Exception(message, innerException);
