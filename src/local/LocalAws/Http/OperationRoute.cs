namespace LocalAws.Http;

/// <summary>One operation of one service, and how often it was called.</summary>
/// <param name="service">The service that has it.</param>
/// <param name="name">What calls are counted under, for example <c>sqs.ReceiveMessage</c>.</param>
/// <param name="operation">What answers.</param>
internal sealed class OperationRoute(IAwsService service, string name, AwsOperation operation)
{
    private long _calls;

    public IAwsService Service { get; } = service;

    public string Name { get; } = name;

    public AwsOperation Operation { get; } = operation;

    public long Calls => Interlocked.Read(ref _calls);

    public void Count() => Interlocked.Increment(ref _calls);

    public void Reset() => Interlocked.Exchange(ref _calls, 0);
}
