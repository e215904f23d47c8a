using Microsoft.Extensions.Options;
using MimeKit;
using Workers.Notification.Channels;
using Workers.Notification.Templates;

namespace Workers.Tests.Notification;

public sealed class WhenAChannelDelivers
{
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    private static readonly OutgoingNotification Notification = OutgoingNotification.Of(
        new Draft("high-value-order", "operations@company.example", "Größer als üblich", "Order order-1 is over 150.00.")
        {
            OrderId = "order-1",
            Urgent = true,
        },
        "webhook",
        "event-1");

    [Fact]
    public async Task A_repeat_leaves_one_mail_file()
    {
        var directory = Directory.CreateTempSubdirectory();
        try
        {
            var channel = new FileChannel(Options.Create(new FileChannelOptions { Directory = directory.FullName }), new FakeTime());

            await channel.SendAsync(Notification, Cancellation);
            await channel.SendAsync(Notification, Cancellation);

            using var mail = await MimeMessage.LoadAsync(Assert.Single(directory.GetFiles()).FullName, Cancellation);
            Assert.Equal("operations@company.example", mail.To.ToString());
            Assert.Equal("Größer als üblich", mail.Subject);
            Assert.Equal("high-value-order#webhook#event-1", mail.Headers["Idempotency-Key"]);
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_is_an_outage_and_leaves_nothing_behind()
    {
        var directory = Directory.CreateTempSubdirectory();
        try
        {
            Directory.CreateDirectory(Path.Combine(directory.FullName, MessageId.Of(Notification) + ".eml"));   // in the file's way
            var channel = new FileChannel(Options.Create(new FileChannelOptions { Directory = directory.FullName }), new FakeTime());

            await Assert.ThrowsAsync<ChannelDownException>(() => channel.SendAsync(Notification, Cancellation));
            await Assert.ThrowsAsync<ChannelDownException>(() => channel.SendAsync(Notification, Cancellation));

            Assert.Empty(directory.GetFiles());
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }
}
