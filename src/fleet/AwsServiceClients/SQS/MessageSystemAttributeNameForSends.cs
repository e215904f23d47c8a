using Amazon.Runtime;

namespace Amazon.SQS;

/// <summary>The system attributes that a sender may set.</summary>
public class MessageSystemAttributeNameForSends : ConstantClass
{
    /// <summary>The AWS X-Ray trace header.</summary>
    public static readonly MessageSystemAttributeNameForSends AWSTraceHeader = new(nameof(AWSTraceHeader));

    /// <summary>Creates a value, known or not.</summary>
    public MessageSystemAttributeNameForSends(string value)
        : base(value)
    {
    }

    /// <summary>Finds the known value of that text, or creates an unknown one; null gives null.</summary>
    public static MessageSystemAttributeNameForSends FindValue(string value) =>
        FindValue<MessageSystemAttributeNameForSends>(value);

    /// <summary>Finds the known value of that text, or creates an unknown one; null gives null.</summary>
    public static implicit operator MessageSystemAttributeNameForSends(string value) => FindValue(value);
}
