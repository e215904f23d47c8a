using System.Net;
using System.Net.Sockets;

namespace Workers.Tests.Notification;

/// <summary>Takes mails over SMTP, as far as a client needs to be content.</summary>
internal sealed class TinyMailServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _serving;

    public TinyMailServer()
    {
        _listener.Start();
        _serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>The mails' envelopes and texts, line by line: nothing is added once their sender has heard that they are taken.</summary>
    public List<string> Lines { get; } = [];

    /// <summary>What is said to the commands that begin so, instead of yes; null leaves them without an answer.</summary>
    public Dictionary<string, string?> Answers { get; } = [];

    /// <summary>Called with each line before it is answered.</summary>
    public Action<string> OnLine { get; init; } = _ => { };

    /// <summary>What is said to who connects.</summary>
    public string Greeting { get; init; } = "220 tiny";

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _serving;   // first: a listener that is stopped between two clients refuses to wait for the next
        _listener.Dispose();
        _stopping.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_stopping.Token);
                await TalkAsync(client.GetStream());
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or IOException)
        {
            // The spec is over.
        }
    }

    private async Task TalkAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream);
        await using var writer = new StreamWriter(stream) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync(Greeting);
        for (var data = false; await reader.ReadLineAsync(_stopping.Token) is { } line;)
        {
            OnLine(line);
            if (line != "QUIT")
            {
                Lines.Add(line);
            }

            var ended = data && line == ".";
            data = line == "DATA" || (data && !ended);
            if ((!data || line == "DATA") && AnswerTo(line) is { } answer)
            {
                await writer.WriteLineAsync(answer);
            }
        }
    }

    private string? AnswerTo(string line) =>
        Answers.Keys.FirstOrDefault(command => line.StartsWith(command, StringComparison.Ordinal)) is { } known
            ? Answers[known]
            : line switch
            {
                "DATA" => "354 go on",
                "QUIT" => "221 bye",
                _ => "250 ok",
            };
}
