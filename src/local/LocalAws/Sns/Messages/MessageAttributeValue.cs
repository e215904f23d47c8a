namespace LocalAws.Sns.Messages;

/// <summary>A message attribute: a string, a number written as a string, an array of JSON, or bytes.</summary>
internal sealed record MessageAttributeValue(string? DataType, string? StringValue, byte[]? BinaryValue)
{
    /// <summary>Whether the bytes count and the string does not.</summary>
    public bool IsBinary => Kind == "Binary";

    /// <summary>Whether it is a string, an array included.</summary>
    public bool IsText => Kind == "String";

    /// <summary>The type before its first dot.</summary>
    public string? Kind => DataType?.Split('.')[0];
}
