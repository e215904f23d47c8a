namespace Amazon.SQS.Model;

/// <summary>The typed value of an attribute for SQS itself.</summary>
public class MessageSystemAttributeValue
{
    /// <summary>Reserved by the service; leave it null.</summary>
    public List<MemoryStream> BinaryListValues { get; set; }

    /// <summary>The value of a <c>Binary</c> attribute.</summary>
    public MemoryStream BinaryValue { get; set; }

    /// <summary>
    /// <c>String</c>, <c>Number</c> or <c>Binary</c>, optionally with a custom suffix after a dot; required.
    /// </summary>
    public string DataType { get; set; }

    /// <summary>Reserved by the service; leave it null.</summary>
    public List<string> StringListValues { get; set; }

    /// <summary>The value of a <c>String</c> or <c>Number</c> attribute.</summary>
    public string StringValue { get; set; }
}
