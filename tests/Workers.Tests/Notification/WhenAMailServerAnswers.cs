using MailKit.Security;
using Microsoft.Extensions.Options;
using Workers.Notification.Channels;
using Workers.Notification.Templates;

namespace Workers.Tests.Notification;

public sealed class WhenAMailServerAnswers : IAsyncDisposable
{
    private readonly CancellationTokenSource _patience = new();
    private readonly TinyMailServer _server;
    private Action<string> _onLine = _ => { };

    public WhenAMailServerAnswers() => _server = new TinyMailServer { OnLine = line => _onLine(line) };

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _patience.Dispose();
    }

    [Fact]
    public async Task A_mail_that_is_taken_has_a_message_id_that_repeats_share()
    {
        await SendAsync();
        await SendAsync();

        Assert.Contains(_server.Lines, line => line.StartsWith("RCPT TO:<operations@company.example>", StringComparison.Ordinal));
        Assert.Contains(_server.Lines, line => line.StartsWith("X-Priority: 1", StringComparison.OrdinalIgnoreCase));
        Assert.Contains("Idempotency-Key: high-value-order#smtp#event-1", _server.Lines);
        var ids = _server.Lines.Where(line => line.StartsWith("Message-ID:", StringComparison.OrdinalIgnoreCase)).ToList();
        Assert.Equal(2, ids.Count);
        Assert.Equal(ids[0], ids[1]);
    }

    [Fact]
    public async Task A_line_break_in_an_id_reaches_no_subject()
    {
        await SendAsync(subject: "Your order 1\r\nBcc: 2 is confirmed");

        Assert.Contains("Subject: Your order 1Bcc: 2 is confirmed", _server.Lines);
    }

    [Theory]
    [InlineData("RCPT", "550 operations@company.example does not live here", "550: RecipientNotAccepted")]
    [InlineData(".", "554 this reads like an advertisement", "554: MessageNotAccepted")]
    public async Task What_it_refuses_for_good_can_never_be_delivered(string command, string answer, string reason)
    {
        _server.Answers[command] = answer;

        var refused = await Assert.ThrowsAsync<UndeliverableException>(() => SendAsync());

        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("operations@", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("RCPT", "450 the mailbox is busy")]
    [InlineData(".", "452 no room left")]
    [InlineData("MAIL", "550 who are you?")]
    [InlineData("MAIL", "530 log in first")]
    [InlineData("RCPT", "530 log in first")]
    [InlineData("RCPT", "503 out of order")]
    [InlineData("RCPT", "421 closing")]
    public async Task What_may_go_well_another_time_is_an_outage(string command, string answer)
    {
        _server.Answers[command] = answer;

        var down = await Assert.ThrowsAsync<ChannelDownException>(() => SendAsync());

        Assert.True(down.IsOutage);
    }

    [Fact]
    public async Task A_server_that_greets_with_a_no_is_an_outage()
    {
        await using var server = new TinyMailServer { Greeting = "554 no SMTP service here" };

        await Assert.ThrowsAsync<ChannelDownException>(() => SendAsync(port: server.Port));
    }

    [Fact]
    public async Task A_log_in_that_it_refuses_is_an_outage_and_the_log_says_whose_fault_it_is()
    {
        _server.Answers["EHLO"] = "250-tiny\r\n250 AUTH PLAIN";
        _server.Answers["AUTH"] = "535 wrong";

        var down = await Assert.ThrowsAsync<ChannelDownException>(() => SendAsync(password: "s3cret"));

        Assert.Contains("refuses our log-in", down.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", down.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_closed_port_is_an_outage()
    {
        var server = new TinyMailServer();
        var port = server.Port;
        await server.DisposeAsync();

        var down = await Assert.ThrowsAsync<ChannelDownException>(() => SendAsync(port: port));

        Assert.Contains("ConnectionRefused", down.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_that_breaks_is_an_outage()
    {
        _onLine = line =>
        {
            if (line == "DATA")
            {
                throw new IOException("The spec breaks the connection.");
            }
        };

        await Assert.ThrowsAsync<ChannelDownException>(() => SendAsync());
    }

    [Fact]
    public async Task An_address_that_it_cannot_spell_can_never_be_delivered() =>
        await Assert.ThrowsAsync<UndeliverableException>(() => SendAsync(recipient: "größe@company.example"));

    [Fact]
    public async Task A_mail_is_not_sent_in_clear_unless_a_setting_says_so()
    {
        await Assert.ThrowsAsync<ChannelDownException>(() => SendAsync(tls: new SmtpChannelOptions().Tls));

        Assert.DoesNotContain(_server.Lines, line => line.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_server_that_takes_the_mail_and_says_no_goodbye_has_taken_it()
    {
        _server.Answers["QUIT"] = null;
        _onLine = line =>
        {
            if (line == "QUIT")
            {
                _patience.Cancel();
            }
        };

        await SendAsync();

        Assert.Contains(".", _server.Lines);
    }

    private Task SendAsync(
        string recipient = "operations@company.example",
        string subject = "Over the limit",
        SecureSocketOptions tls = SecureSocketOptions.None,
        int? port = null,
        string? password = null)
    {
        var options = new SmtpChannelOptions
        {
            Host = "127.0.0.1",
            Port = port ?? _server.Port,
            Tls = tls,
            UserName = password is null ? null : "shop",
            Password = password,
        };
        var draft = new Draft("high-value-order", recipient, subject, "Order order-1 is over 150.00.") { Urgent = true };
        return new SmtpChannel(Options.Create(options), new FakeTime())
            .SendAsync(OutgoingNotification.Of(draft, ChannelNames.Smtp, "event-1"), _patience.Token);
    }
}
