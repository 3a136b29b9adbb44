import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.core.async.AsyncResponseTransformer;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.transfer.s3.S3TransferManager;

/** The asynchronous client in parts, and the transfer manager on it. */
final class TransferRules {
  private static final int MEBIBYTE = 1 << 20;

  private final S3AsyncClient s3;
  private final String bucket;
  private final Path folder;

  TransferRules(S3AsyncClient s3, String bucket, Path folder) {
    this.s3 = s3;
    this.bucket = bucket;
    this.folder = folder;
  }

  void addTo(Rules rules) {
    rules.add("takes and gives 20 MiB in parts through the asynchronous client", this::parts);
    rules.add("uploads and downloads files and folders (transfer manager)", this::transfer);
    rules.add("copies a large object in parts (transfer manager)", this::copy);
  }

  private static byte[] sample(int size) {
    var content = new byte[size];
    new Random(1).nextBytes(content);
    return content;
  }

  private void parts() {
    byte[] content = sample(20 * MEBIBYTE);
    s3.putObject(to -> to.bucket(bucket).key("parts"), AsyncRequestBody.fromBytes(content)).join();
    var got = s3.getObject(from -> from.bucket(bucket).key("parts"), AsyncResponseTransformer.toBytes()).join();
    Rules.equal(got.response().eTag().contains("-"), true);
    Rules.equal(Arrays.equals(got.asByteArray(), content), true);
  }

  private void transfer() throws Exception {
    Path source = Files.createDirectories(folder.resolve("source/deep é"));
    Files.write(source.resolve("large"), sample(17 * MEBIBYTE));
    Files.writeString(source.resolve("small file"), "small");
    try (var manager = S3TransferManager.builder().s3Client(s3).build()) {
      var up = manager.uploadDirectory(of -> of.bucket(bucket).s3Prefix("folder").source(folder.resolve("source")));
      Rules.equal(up.completionFuture().join().failedTransfers().size(), 0);
      var down = manager.downloadDirectory(
          of -> of.bucket(bucket).listObjectsV2RequestTransformer(list -> list.prefix("folder/")).destination(folder.resolve("back")));
      Rules.equal(down.completionFuture().join().failedTransfers().size(), 0);
    }
    Path back = folder.resolve("back/deep é");
    Rules.equal(Files.mismatch(back.resolve("large"), source.resolve("large")), -1L);
    Rules.equal(Files.readString(back.resolve("small file")), "small");
  }

  private void copy() {
    try (var manager = S3TransferManager.builder().s3Client(s3).build()) {
      manager.copy(of -> of.copyObjectRequest(
          to -> to.sourceBucket(bucket).sourceKey("parts").destinationBucket(bucket).destinationKey("copied"))).completionFuture().join();
    }
    var got = s3.getObject(from -> from.bucket(bucket).key("copied"), AsyncResponseTransformer.toBytes()).join();
    Rules.equal(Arrays.equals(got.asByteArray(), sample(20 * MEBIBYTE)), true);
  }
}
