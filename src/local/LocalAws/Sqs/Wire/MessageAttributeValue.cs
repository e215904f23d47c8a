namespace LocalAws.Sqs.Wire;

/// <summary>A message attribute: a string, a number written as a string, or bytes.</summary>
internal sealed record MessageAttributeValue(string? DataType, string? StringValue, byte[]? BinaryValue)
{
    /// <summary>Whether the bytes count and the string does not.</summary>
    public bool IsBinary => DataType?.StartsWith("Binary", StringComparison.Ordinal) == true;
}
