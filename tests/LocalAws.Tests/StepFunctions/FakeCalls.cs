using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using LocalAws.Http;
using LocalAws.StepFunctions;

namespace LocalAws.Tests.StepFunctions;

/// <summary>Services that record what they are asked, and answer as a test says.</summary>
internal sealed class FakeCalls : IServiceCalls
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Channel<(string Operation, JsonNode? Request)> _asked = Channel.CreateUnbounded<(string, JsonNode?)>();
    private readonly ConcurrentQueue<Func<CancellationToken, Task<JsonNode?>>> _answers = new();

    /// <summary>What has been put on the default bus.</summary>
    public ConcurrentQueue<ServiceEvent> Events { get; } = new();

    /// <summary>Whether there is an operation; all there are unless a test says otherwise.</summary>
    public Func<string, bool> Exists { get; set; } = _ => true;

    /// <summary>Step Functions itself, where a test wants it called.</summary>
    public Func<string, JsonNode?, Task<JsonNode>>? States { get; set; }

    public bool Has(string service, string operation) => Exists($"{service}.{operation}");

    public async Task<JsonNode?> CallAsync(
        string service, string operation, JsonNode? request, string region, CancellationToken cancellationToken)
    {
        if (service == "states" && States is not null)
        {
            return await States(operation, request);
        }

        await _asked.Writer.WriteAsync(($"{service}.{operation}", request), cancellationToken);
        return _answers.TryDequeue(out var answer) ? await answer(cancellationToken) : new JsonObject();
    }

    public ValueTask PutEventAsync(ServiceEvent serviceEvent, CancellationToken cancellationToken)
    {
        Events.Enqueue(serviceEvent);
        return ValueTask.CompletedTask;
    }

    public void Answer(string json) => _answers.Enqueue(_ => Task.FromResult(JsonNode.Parse(json)));

    public void Refuse(string code, string message = "No.", int times = 1)
    {
        for (var i = 0; i < times; i++)
        {
            _answers.Enqueue(_ => throw new AwsException(code, message));
        }
    }

    /// <summary>The next call comes back when the test completes what is returned.</summary>
    public TaskCompletionSource<JsonNode?> Hold()
    {
        var answer = new TaskCompletionSource<JsonNode?>(TaskCreationOptions.RunContinuationsAsynchronously);
        _answers.Enqueue(_ => answer.Task);
        return answer;
    }

    /// <summary>The next call does not come back.</summary>
    public void Hang() => _answers.Enqueue(async stop =>
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stop);
        return null;
    });

    /// <summary>The next call, when it comes; one that does not come fails the test.</summary>
    public async Task<(string Operation, JsonNode Request)> NextAsync()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var (operation, request) = await _asked.Reader.ReadAsync(cancellation).AsTask().WaitAsync(Patience, cancellation);
        return (operation, request!);
    }
}
