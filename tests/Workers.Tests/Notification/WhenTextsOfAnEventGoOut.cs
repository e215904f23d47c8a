using System.Text;
using FsCheck;
using FsCheck.Fluent;
using MimeKit;
using Workers.Notification.Channels;
using Workers.Notification.Templates;

namespace Workers.Tests.Notification;

/// <summary>Whatever an event holds, no text of it becomes a header of its own, another recipient or an exception.</summary>
public sealed class WhenTextsOfAnEventGoOut
{
    private static readonly DateTimeOffset Date = new(2026, 1, 15, 10, 0, 0, TimeSpan.Zero);

    // What other grammars read as their own stands between what they do not.
    private static readonly Gen<string> Texts = Gen.OneOf(
            ArbMap.Default.GeneratorFor<char>(),
            Gen.Elements("\r\n\t\0 :;,.<>@()[]\"\\%=?'".ToCharArray()),
            Gen.Elements("aZ0-é€\uD83D\uDE00\uD800\u2028\u0085\u007F".ToCharArray()))
        .ArrayOf()
        .Select(letters => new string(letters));

    [Fact]
    public void Two_ids_have_two_keys_and_each_is_a_header_that_http_can_carry() =>
        Prop.ForAll(Two(Texts), ids =>
        {
            var (one, other) = (IdempotencyKey.Of(Of(ids.Item1, "a@b.example")), IdempotencyKey.Of(Of(ids.Item2, "a@b.example")));
            using var request = new HttpRequestMessage();
            request.Headers.Add(IdempotencyKey.Header, one);
            return one.All(letter => letter is > ' ' and < '\u007F') && (one == other) == (Utf8(ids.Item1) == Utf8(ids.Item2));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_mail_goes_to_exactly_the_recipient_that_is_recorded_or_to_nobody() =>
        Prop.ForAll(Two(Texts).Generator.Select(texts => $"{texts.Item1}@customers.example").ToArbitrary(), recipient =>
        {
            using var mail = Read(Of("event-1", recipient));
            return mail is null || ((MailboxAddress)Assert.Single(mail.To)).Address == recipient;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_mail_has_the_headers_that_we_gave_it_and_no_other() =>
        Prop.ForAll(Two(Texts), texts =>
        {
            using var mail = Read(Of(texts.Item1, "a@customers.example", subject: texts.Item2))!;
            return Headers.SetEquals(mail.Headers.Select(header => header.Field)) && mail.To.Count == 1 && mail.Cc.Count + mail.Bcc.Count == 0;
        }).QuickCheckThrowOnFailure();

    private static readonly HashSet<string> Headers = new(StringComparer.OrdinalIgnoreCase)
    {
        "Date", "Message-Id", "From", "To", "Subject", "Idempotency-Key", "MIME-Version",
    };

    private static Arbitrary<(string, string)> Two(Gen<string> texts) => texts.Zip(texts).ToArbitrary();

    private static OutgoingNotification Of(string eventId, string recipient, string subject = "Hi") =>
        OutgoingNotification.Of(new Draft("order-failed", recipient, subject, "Body"), "smtp", eventId);

    /// <summary>The mail as its receiver reads it; null where it can never be delivered.</summary>
    private static MimeMessage? Read(OutgoingNotification notification)
    {
        try
        {
            using var mail = Mail.Of(notification, "shop@b.example", Date);
            using var stream = new MemoryStream();
            mail.WriteTo(stream);
            stream.Position = 0;
            return MimeMessage.Load(stream);
        }
        catch (UndeliverableException)
        {
            return null;
        }
    }

    private static string Utf8(string text) => Convert.ToHexString(Encoding.UTF8.GetBytes(text));
}
