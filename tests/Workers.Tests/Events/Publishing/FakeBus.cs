using Amazon;
using Amazon.EventBridge;
using Amazon.EventBridge.Model;
using Amazon.Runtime;

namespace Workers.Tests.Events.Publishing;

/// <summary>An EventBridge that takes every entry unless told otherwise, and remembers each call and when it came.</summary>
internal sealed class FakeBus(FakeTime time)
    : AmazonEventBridgeClient(new AnonymousAWSCredentials(), RegionEndpoint.USEast1)
{
    private readonly Queue<Func<PutEventsRequest, PutEventsResponse>> _answers = [];

    public List<PutEventsRequest> Calls { get; } = [];

    public List<TimeSpan> Times { get; } = [];

    public FakeBus Then(Func<PutEventsRequest, PutEventsResponse> answer)
    {
        _answers.Enqueue(answer);
        return this;
    }

    /// <summary>Refuses the entries whose detail is named, with one error code.</summary>
    public FakeBus ThenRefuses(string errorCode, params string[] details) =>
        Then(request => Answer(request, entry => details.Contains(entry.Detail) ? errorCode : null));

    public FakeBus ThenThrows(Exception exception) => Then(_ => throw exception);

    public override Task<PutEventsResponse> PutEventsAsync(PutEventsRequest request, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Calls.Add(request);
        Times.Add(time.Elapsed);
        return Task.FromResult(_answers.TryDequeue(out var answer) ? answer(request) : Answer(request, _ => null));
    }

    private static PutEventsResponse Answer(PutEventsRequest request, Func<PutEventsRequestEntry, string?> errorCode)
    {
        var results = request.Entries.ConvertAll(entry => errorCode(entry) is { } code
            ? new PutEventsResultEntry { ErrorCode = code, ErrorMessage = "no" }
            : new PutEventsResultEntry { EventId = "taken" });
        return new() { Entries = results, FailedEntryCount = results.Count(result => result.ErrorCode is not null) };
    }
}
