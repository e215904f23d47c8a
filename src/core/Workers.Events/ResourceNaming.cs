namespace Workers.Events;

/// <summary>The prefix that lets several fleets share one account. The application binds it to its configuration.</summary>
public sealed class ResourceNaming
{
    /// <summary>Put before every bus, queue and table name.</summary>
    /// <value>Empty. Letters, digits, <c>-</c> and <c>_</c>, at most 20, so that every name stays within SQS's 80 characters.</value>
    public string Prefix { get; set; } = "";

    /// <summary>The name as AWS knows it.</summary>
    public string NameOf(string name) => Prefix + name;
}
