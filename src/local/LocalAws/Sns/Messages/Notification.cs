using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using LocalAws.Sns.Subscriptions;

namespace LocalAws.Sns.Messages;

/// <summary>
/// What a subscriber gets that asks for no raw delivery: JSON about the message. It has the members of a signature, as on AWS, but nobody
/// can verify them: there is no certificate.
/// </summary>
internal static class Notification
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true };

    /// <summary>A message for a subscription.</summary>
    public static string Of(PublishedMessage message, Subscription subscription) => Write(writer =>
    {
        writer.WriteString("Type", "Notification");
        writer.WriteString("MessageId", message.Id);
        writer.WriteString("TopicArn", message.TopicArn);
        if (message.Subject is { } subject)
        {
            writer.WriteString("Subject", subject);
        }

        writer.WriteString("Message", message.BodyFor(subscription.Protocol));
        writer.WriteString("Timestamp", Format(message.PublishedAt));
        WriteSignature(writer, message.SignatureVersion, message.Id, message.TopicArn);
        writer.WriteString("UnsubscribeURL", $"{subscription.Server}/?Action=Unsubscribe&SubscriptionArn={subscription.Arn}");
        WriteAttributes(writer, message.Attributes);
    });

    /// <summary>Asks an endpoint whether it wants to be, or to stay, subscribed.</summary>
    public static string OfConfirmation(
        Subscription subscription, string type, string text, string id, DateTimeOffset now) => Write(writer =>
    {
        writer.WriteString("Type", type);
        writer.WriteString("MessageId", id);
        writer.WriteString("Token", subscription.Token);
        writer.WriteString("TopicArn", subscription.TopicArn);
        writer.WriteString("Message", text);
        writer.WriteString(
            "SubscribeURL",
            $"{subscription.Server}/?Action=ConfirmSubscription&TopicArn={subscription.TopicArn}&Token={subscription.Token}");
        writer.WriteString("Timestamp", Format(now));
        WriteSignature(writer, "1", id, subscription.TopicArn);
    });

    private static string Write(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Options))
        {
            writer.WriteStartObject();
            write(writer);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void WriteSignature(Utf8JsonWriter writer, string version, string id, string topicArn)
    {
        writer.WriteString("SignatureVersion", version);
        writer.WriteString("Signature", Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(id))));
        writer.WriteString(
            "SigningCertURL",
            $"https://sns.{SnsArn.TryParse(topicArn)!.Region}.amazonaws.com/SimpleNotificationService-{new string('0', 32)}.pem");
    }

    private static void WriteAttributes(Utf8JsonWriter writer, IReadOnlyDictionary<string, MessageAttributeValue> attributes)
    {
        if (attributes.Count == 0)
        {
            return;
        }

        writer.WriteStartObject("MessageAttributes");
        foreach (var (name, value) in attributes)
        {
            writer.WriteStartObject(name);
            writer.WriteString("Type", value.DataType);
            writer.WriteString("Value", value.IsBinary ? Convert.ToBase64String(value.BinaryValue!) : value.StringValue);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static string Format(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
