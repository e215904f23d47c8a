using Microsoft.Extensions.Options;
using MimeKit;

namespace Workers.Notification.Channels;

/// <summary>Writes one <c>.eml</c> file a notification. The same notification again replaces its file, so a repeat leaves no trace.</summary>
internal sealed class FileChannel(IOptions<FileChannelOptions> options, TimeProvider time) : IChannel
{
    public string Name => ChannelNames.File;

    public async Task SendAsync(OutgoingNotification notification, CancellationToken cancellationToken)
    {
        using var mail = Mail.Of(notification, options.Value.From, time.GetUtcNow());
        var directory = Directory.CreateDirectory(options.Value.Directory).FullName;
        var path = Path.Combine(directory, MessageId.Of(notification) + ".eml");
        var unfinished = $"{path}.{Guid.CreateVersion7(time.GetUtcNow()):N}.tmp";

        await mail.WriteToAsync(new FormatOptions { NewLineFormat = NewLineFormat.Dos }, unfinished, cancellationToken);
        File.Move(unfinished, path, overwrite: true);   // a reader never sees half a mail
    }
}
