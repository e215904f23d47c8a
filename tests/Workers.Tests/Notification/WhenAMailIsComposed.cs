using MimeKit;
using Workers.Notification.Channels;
using Workers.Notification.Templates;

namespace Workers.Tests.Notification;

public sealed class WhenAMailIsComposed
{
    private static readonly DateTimeOffset Date = new(2026, 1, 15, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void No_text_of_an_event_can_add_a_header()
    {
        var notification = OutgoingNotification.Of(new Draft("order-failed", "a@b.example", "Hi\r\nX-Evil: 1", "Body"), "file", "event\r\nX-Evil: 1");

        var mail = Written(notification);

        Assert.DoesNotContain("\nX-Evil:", mail, StringComparison.Ordinal);
        Assert.Matches("\nIdempotency-Key: sha256-[0-9a-f]{64}\r?\n", mail);
    }

    [Theory]
    [InlineData("nobody at all")]
    [InlineData("nobody")]
    [InlineData("a@b.example\r\nBcc: all@b.example")]
    [InlineData("all@b.example, a@customers.example")]
    [InlineData("<all@b.example>@customers.example")]
    [InlineData("all@b.example>@customers.example")]
    [InlineData("with space@customers.example")]
    [InlineData("a(b)@customers.example")]
    [InlineData("tab\tx@customers.example")]
    [InlineData(" a@customers.example")]
    [InlineData("A <a@customers.example>")]
    [InlineData("\"line\r\nend\"@customers.example")]
    public void What_is_not_one_mail_address_can_never_be_delivered(string recipient) =>
        Assert.Throws<UndeliverableException>(() => Compose(new Draft("order-failed", recipient, "Hi", "Body")));

    [Fact]
    public void The_same_notification_makes_the_same_mail()
    {
        var notification = OutgoingNotification.Of(new Draft("order-failed", "a@b.example", "Hi", "Body"), "file", "event-1");

        Assert.Equal(Written(notification), Written(notification));
    }

    [Fact]
    public void Every_letter_arrives_although_only_ascii_is_sent()
    {
        var written = Written(OutgoingNotification.Of(new Draft("order-failed", "a@b.example", "Größer als üblich", "Täglich 5 €"), "file", "event-1"));

        using var stream = new MemoryStream(System.Text.Encoding.Latin1.GetBytes(written));
        using var mail = MimeMessage.Load(stream, TestContext.Current.CancellationToken);
        Assert.True(System.Text.Ascii.IsValid(written));
        Assert.Equal(("Größer als üblich", "Täglich 5 €"), (mail.Subject, mail.TextBody?.TrimEnd()));
    }

    private static string Written(OutgoingNotification notification)
    {
        using var mail = Mail.Of(notification, "shop@b.example", Date);
        using var stream = new MemoryStream();
        mail.WriteTo(stream, TestContext.Current.CancellationToken);
        return System.Text.Encoding.Latin1.GetString(stream.ToArray());
    }

    private static void Compose(Draft draft) => Mail.Of(OutgoingNotification.Of(draft, "smtp", "event-1"), "shop@b.example", Date).Dispose();
}
