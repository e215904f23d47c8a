namespace Workers.Effects.Transactions;

/// <summary>DynamoDB's limits, as its developer guide states them, less a margin where what we measure is an estimate.</summary>
internal static class DynamoLimits
{
    /// <summary>Keys in one BatchGetItem.</summary>
    public const int KeysPerRead = 100;

    /// <summary>Actions in one TransactWriteItems.</summary>
    public const int ActionsPerTransaction = 100;

    /// <summary>390 KB, where DynamoDB takes 400 KB.</summary>
    public const int ItemBytes = 390 * 1024;

    /// <summary>3.9 MB, where DynamoDB takes 4 MB.</summary>
    public const int TransactionBytes = 3_900 * 1024;

    public const int PartitionKeyBytes = 2_048;

    public const int SortKeyBytes = 1_024;
}
