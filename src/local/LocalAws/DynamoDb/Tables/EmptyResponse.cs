namespace LocalAws.DynamoDb.Tables;

/// <summary>An answer that says nothing but that it was done.</summary>
internal sealed class EmptyResponse
{
    public static readonly EmptyResponse Instance = new();
}
