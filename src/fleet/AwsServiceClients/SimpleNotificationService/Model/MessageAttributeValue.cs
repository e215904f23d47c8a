namespace Amazon.SimpleNotificationService.Model;

/// <summary>An attribute of a message.</summary>
public class MessageAttributeValue
{
    /// <summary>The value's type; required: <c>String</c>, <c>String.Array</c>, <c>Number</c> or <c>Binary</c>.</summary>
    public string DataType { get; set; }

    /// <summary>The value, where it is no bytes.</summary>
    public string StringValue { get; set; }
}
