#nullable enable
using System.Net;
using System.Xml;
using System.Xml.Linq;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.SimpleNotificationService.Internal;

/// <summary>Reads what an operation answers: its response, or the exception of the error that it names.</summary>
/// <param name="operation">The operation's name, which its answer's elements begin with.</param>
/// <param name="read">Reads the response from the result's element.</param>
internal sealed class ResponseUnmarshaller(string operation, Func<XElement, AmazonWebServiceResponse> read) : XmlResponseUnmarshaller
{
    public override AmazonWebServiceResponse Unmarshall(XmlUnmarshallerContext input) =>
        read(Child(Load(input), $"{operation}Result") ?? new XElement("none"));

    public override AmazonServiceException UnmarshallException(
        XmlUnmarshallerContext input, Exception innerException, HttpStatusCode statusCode) =>
        SnsErrors.ToException(ReadError(input, innerException, statusCode));

    /// <summary>The text of an element in another; null where there is none.</summary>
    public static string? Text(XElement parent, string name) => Child(parent, name)?.Value;

    /// <summary>The element in another, whatever its namespace; null where there is none.</summary>
    public static XElement? Child(XElement parent, string name) =>
        parent.Elements().FirstOrDefault(element => element.Name.LocalName == name);

    private static XElement Load(XmlUnmarshallerContext input)
    {
        using var reader = XmlReader.Create(input.Stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        return XElement.Load(reader);
    }

    /// <summary>The error; what answers in the service's place, such as a proxy, may not speak XML.</summary>
    private static ErrorResponse ReadError(XmlUnmarshallerContext input, Exception innerException, HttpStatusCode statusCode)
    {
        XElement? answer = null;
        try
        {
            answer = Load(input);
        }
        catch (XmlException)
        {
            // The status says enough.
        }

        var error = answer is null ? null : Child(answer, "Error");
        return new ErrorResponse
        {
            Code = error is null ? null : Text(error, "Code"),
            Message = (error is null ? null : Text(error, "Message")) ?? $"SNS answered {(int)statusCode}.",
            Type = (error is null ? null : Text(error, "Type")) switch
            {
                "Sender" => ErrorType.Sender,
                "Receiver" => ErrorType.Receiver,
                _ => ErrorType.Unknown,
            },
            RequestId = answer is null ? null : Text(answer, "RequestId"),
            InnerException = innerException,
            StatusCode = statusCode,
        };
    }
}
