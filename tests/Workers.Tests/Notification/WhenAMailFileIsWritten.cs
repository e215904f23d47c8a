using Workers.Notification.Channels;
using Workers.Notification.Templates;

namespace Workers.Tests.Notification;

public sealed class WhenAMailFileIsWritten
{
    private static readonly DateTimeOffset Date = new(2026, 1, 15, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void No_text_of_an_event_can_add_a_header()
    {
        var mail = Write(new Draft("order-failed", "a@b.example\r\nBcc: all@b.example", "Hi\r\nX-Evil: 1", "Body"));

        Assert.DoesNotContain("\nBcc:", mail, StringComparison.Ordinal);
        Assert.DoesNotContain("\nX-Evil:", mail, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_notification_has_the_same_message_id()
    {
        var draft = new Draft("order-failed", "a@b.example", "Hi", "Body");

        Assert.Equal(Write(draft), Write(draft));
    }

    private static string Write(Draft draft) => Eml.Write(OutgoingNotification.Of(draft, "file", "event-1"), "shop@b.example", Date);
}
