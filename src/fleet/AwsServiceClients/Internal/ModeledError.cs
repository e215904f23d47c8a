#nullable enable
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.Internal;

/// <summary>An error that operations declare: its name on the wire, and the exception it becomes.</summary>
internal sealed record ModeledError(string Shape, Func<ErrorResponse, AmazonServiceException> Create);
