namespace LocalAws.DynamoDb.Values;

/// <summary>DynamoDB's data types, spelled as on the wire.</summary>
internal enum AttributeType
{
    S,
    N,
    B,
    BOOL,
    NULL,
    SS,
    NS,
    BS,
    L,
    M,
}
